"""Joins documents drawn by typst into one: pages, tags and bookmarks."""

import io
import re

import pikepdf

_NAMES_OF_HEADERS = re.compile(rb"/ID\(U\d+x\d+y\d+\)")


def joined(documents: list[bytes], total: bytes) -> bytes:
    """The title and the language are the first one's. `total` is a page that holds nothing but the number of pages."""
    with pikepdf.open(io.BytesIO(_without_names(documents[0]))) as whole:
        del whole.Root.StructTreeRoot.IDTree
        for document in documents[1:]:
            with pikepdf.open(io.BytesIO(_without_names(document))) as more:
                _append(whole, more)
        _lay_over(whole, total)
        written = io.BytesIO()
        whole.save(written, deterministic_id=True)
    return written.getvalue()


def _without_names(document: bytes) -> bytes:
    """A header is found by its scope; its name, which begins anew in each document, would be there twice."""
    return _NAMES_OF_HEADERS.sub(lambda name: b" " * len(name.group()), document)


def _append(whole: pikepdf.Pdf, more: pikepdf.Pdf) -> None:
    """Pages first: what is copied afterwards then points to the copies of the pages."""
    tags = whole.Root.StructTreeRoot
    offset = int(tags.ParentTreeNextKey)
    for page in more.pages:
        page.StructParents = int(page.StructParents) + offset
    whole.pages.extend(more.pages)
    _append_tags(tags, whole.copy_foreign(more.make_indirect(more.Root.StructTreeRoot)), offset)
    if "/Outlines" in more.Root:
        _append_bookmarks(whole.Root.Outlines, whole.copy_foreign(more.Root.Outlines))


def _append_tags(tags: pikepdf.Dictionary, others: pikepdf.Dictionary, offset: int) -> None:
    """Each page knows its tags by a number, which is now so much higher."""
    document, other = tags.K[0], others.K[0]
    for kid in other.K:
        kid.P = document
    document.K.extend(other.K)
    numbered = list(others.ParentTree.Nums)
    for key, value in zip(numbered[::2], numbered[1::2], strict=True):
        tags.ParentTree.Nums.extend([int(key) + offset, value])
    tags.ParentTreeNextKey = offset + int(others.ParentTreeNextKey)


def _append_bookmarks(bookmarks: pikepdf.Dictionary, others: pikepdf.Dictionary) -> None:
    bookmarks.Last.Next, others.First.Prev = others.First, bookmarks.Last
    mark = others.First
    while mark is not None:
        mark.Parent = bookmarks
        mark = mark.get("/Next")
    bookmarks.Last = others.Last
    bookmarks.Count = int(bookmarks.Count) + int(others.Count)


def _lay_over(whole: pikepdf.Pdf, total: bytes) -> None:
    """One drawing for all pages, at the foot of each: an artifact, as the foot is, which no reader says aloud."""
    with pikepdf.open(io.BytesIO(total)) as number:
        drawing = whole.copy_foreign(number.pages[0].as_form_xobject())
    before, after = whole.make_stream(b"q"), whole.make_stream(b"Q /Total Do")
    for page in whole.pages:
        page.add_resource(drawing, pikepdf.Name.XObject, pikepdf.Name.Total)
        page.contents_add(before, prepend=True)
        page.contents_add(after)
