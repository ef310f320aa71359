"""The plans of the demo, and the day it is read on."""

from datetime import date

from actions.models import Plan

TODAY = date(2026, 11, 22)


def improvement_plan() -> Plan:
    return Plan.objects.get(title="SEND improvement plan 2019–2020")


def priority_action_plan() -> Plan:
    return Plan.objects.get(title="Priority action plan 2025")
