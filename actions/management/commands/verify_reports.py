from django.core.management.base import BaseCommand, CommandError, CommandParser

from actions.models import Plan, ProgressReport
from actions.summaries.report_check import ReportCheck, check_report


class Command(BaseCommand):
    help = (
        "Work every frozen report out anew from the record, and say that it is equal or name each difference. "
        "Fails where any differs, so that it can stand in a nightly run."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--plan", type=int, help="Only the reports of the plan with this number.")

    def handle(self, *, plan: int | None, **_options) -> None:
        reports = ProgressReport.objects.frozen().select_related("plan__partnership", "compared_with", "corrects")
        if plan is not None:
            reports = reports.filter(plan=plan)
            if not Plan.objects.filter(pk=plan).exists():
                raise CommandError(f"There is no plan with the number {plan}.")
        checked = differing = 0
        for report in reports:
            check = check_report(report)
            self._say(check)
            checked, differing = checked + 1, differing + (not check.is_equal)
        if differing:
            raise CommandError(f"{differing} of {_reports(checked)} cannot be worked out as told.")
        self.stdout.write(f"{_reports(checked)} checked: all equal." if checked else "No report is frozen yet.")

    def _say(self, check: ReportCheck) -> None:
        report = check.report
        name = f"{report.plan.partnership}, {report.plan}: {report}"
        self.stdout.write(f"{name}: {'equal' if check.is_equal else 'NOT EQUAL'}")
        for sentence in check.sentences:
            self.stdout.write(f"  {sentence}")


def _reports(number: int) -> str:
    return "1 report" if number == 1 else f"{number} reports"
