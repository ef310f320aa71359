"""What a report says of questions and recommendations: the answers that are owed on its plan."""

from datetime import date

from actions.models import Enquiry, EnquiryAnswer

from .known import Known


def owed_answers(known: Known, on: date) -> list[dict]:
    """Asked by that day and not answered by then, the one due first before all others."""
    answered = known.recorded(EnquiryAnswer.objects.filter(answered_on__lte=on)).values("enquiry")
    asked = Enquiry.objects.filter(partnership=known.plan.partnership_id, asked_on__lte=on).concerning(known.plan)
    return [
        {
            "text": enquiry.text,
            "asked_on": enquiry.asked_on.isoformat(),
            "due_on": enquiry.due_on.isoformat(),
            "addressed_to": known.organisations[enquiry.addressed_to_id].name,
            "body": known.bodies[enquiry.body_id].name,
            "is_overdue": enquiry.due_on < on,
        }
        for enquiry in known.recorded(asked).exclude(pk__in=answered).order_by("due_on", "pk")
    ]
