"""Evidence: an address, or a file that is what its name says."""

import zipfile
from pathlib import PurePath

import puremagic
from django import forms
from django.core.files.uploadedfile import UploadedFile

from .base import GovukForm

LARGEST = 20 * 1024 * 1024
TEXT_ENDINGS = {".txt", ".csv", ".md"}
OLD_OFFICE_ENDINGS = {".doc", ".xls", ".ppt"}
PARTS_OF_ZIPPED_OFFICE = {
    ".docx": "word/",
    ".xlsx": "xl/",
    ".pptx": "ppt/",
    ".odt": "content.xml",
    ".ods": "content.xml",
    ".odp": "content.xml",
}
OTHER_ENDINGS = {".pdf", ".png", ".jpg", ".jpeg", ".gif", ".webp"}
ALLOWED = "PDF, Word, Excel, PowerPoint, picture or text"


class EvidenceFileField(forms.FileField):
    """Refuses a file that is too large, empty, of another kind, or not of the kind its name says."""

    def __init__(self, **kwargs):
        super().__init__(
            **{"help_text": f"{ALLOWED}, up to 20 MB."} | kwargs,
            error_messages={
                "empty": "This file is empty. Choose the one that was meant.",
                "invalid": "The file did not arrive. Choose it again.",
            },
        )

    def clean(self, data, initial=None) -> UploadedFile | None:
        file = super().clean(data, initial)
        if not file:
            return None
        if file.size > LARGEST:
            raise forms.ValidationError("This file is larger than 20 MB. Make it smaller, or give its address instead.")
        if not is_what_it_says(file):
            raise forms.ValidationError(
                f"This is not a {ALLOWED} file, whatever its name says. Save it as one of these."
            )
        return file


def is_what_it_says(file: UploadedFile) -> bool:
    """By its content, not by the name or the type the browser gives."""
    ending = PurePath(file.name).suffix.lower()
    file.seek(0)
    content = file.read()
    file.seek(0)
    if ending in TEXT_ENDINGS:
        return _is_text(content)
    if ending in PARTS_OF_ZIPPED_OFFICE:
        return _holds_part(file, PARTS_OF_ZIPPED_OFFICE[ending])
    return ending in OLD_OFFICE_ENDINGS | OTHER_ENDINGS and ending in _endings_of(content)


def _is_text(content: bytes) -> bool:
    """Of any encoding, so long as it holds nothing that no text holds."""
    return b"\x00" not in content and not any(kind for kind in _endings_of(content[:4096]) if kind in {".exe", ".pdf"})


def _holds_part(file: UploadedFile, part: str) -> bool:
    try:
        with zipfile.ZipFile(file) as parts:
            return any(name.startswith(part) for name in parts.namelist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        return False  # damaged, or made to look so
    finally:
        file.seek(0)


def _endings_of(content: bytes) -> set[str]:
    """Every ending that fits the content; the old Office formats share one container, and .jpg has two names."""
    try:
        found = {match.extension.lower() for match in puremagic.magic_string(content)}
    except (puremagic.PureError, ValueError):
        return set()
    for alike in (OLD_OFFICE_ENDINGS, {".jpg", ".jpeg"}):
        if alike & found:
            found |= alike
    return found


class EvidenceForm(GovukForm):
    """One more piece of evidence, apart from an update."""

    title = forms.CharField(label="What does it show?", max_length=200)
    link = forms.URLField(
        label="Its address, if it is on a website",
        required=False,
        max_length=500,
        assume_scheme="https",
        error_messages={"invalid": "Write a full address, such as https://www.example.gov.uk/local-offer."},
    )
    file = EvidenceFileField(label="Or a file", required=False)

    def clean(self) -> dict:
        cleaned = super().clean()
        if not self.errors and bool(cleaned.get("link")) == bool(cleaned.get("file")):
            self.add_error("link", "Give either the address or a file.")
        return cleaned

    @property
    def what(self) -> dict:
        title, link, file = (self.cleaned_data[name] for name in ("title", "link", "file"))
        uploaded = {"file": file, "file_name": file.name[-200:], "file_size": file.size} if file else {}
        return {"title": title, "link": link} | uploaded
