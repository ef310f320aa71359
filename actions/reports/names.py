"""What a report's files are called."""


def file_name(content: dict, *, slug: str, suffix: str) -> str:
    """lancashire-progress-report-07-as-at-2019-07-12.docx; a draft says so where the number will stand."""
    report = content["report"]
    number = "draft" if report["number"] is None else f"{report['number']:02d}"
    return f"{slug}-progress-report-{number}-as-at-{report['as_at_on']}.{suffix}"
