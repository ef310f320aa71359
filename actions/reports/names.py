"""What a report's files are called."""


def file_name(content: dict, *, slug: str, suffix: str, reader: str = "") -> str:
    """lancashire-progress-report-07-as-at-2019-07-12.docx; a draft says so where the number will stand.

    A hand-out is named after whom it is for: lancashire-progress-report-07-for-cabinet-as-at-2019-07-12.docx
    """
    report = content["report"]
    number = "draft" if report["number"] is None else f"{report['number']:02d}"
    whom = f"-for-{reader}" if reader else ""
    return f"{slug}-progress-report-{number}{whom}-as-at-{report['as_at_on']}.{suffix}"
