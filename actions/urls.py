"""Every page on one screen. The url `action-update` is the view `action_update`, its template and its tests."""

from django.urls import path

from actions.views import (
    actions,
    completion,
    dates,
    findings,
    movement,
    my_actions,
    partnerships,
    plans,
    reminders,
    reporting,
    search,
    sign_in,
    updates,
)

urlpatterns = [
    path("", partnerships.home, name="home"),
    path("demo/sign-in/", sign_in.demo_sign_in, name="demo-sign-in"),
    path("partnerships/<slug:slug>/", partnerships.partnership_home, name="partnership-home"),
    path("partnerships/<slug:slug>/brand.css", partnerships.partnership_brand, name="partnership-brand"),
    path("partnerships/<slug:slug>/findings/", findings.finding_list, name="finding-list"),
    path("partnerships/<slug:slug>/my-actions/", my_actions.my_actions, name="my-actions"),
    path("partnerships/<slug:slug>/my-actions/month/", my_actions.month_update, name="month-update"),
    path("partnerships/<slug:slug>/search/", search.search, name="search"),
    path("reminders/", reminders.reminder_choices, name="reminder-choices"),
    path("plans/<int:plan_id>/", plans.plan_dashboard, name="plan-dashboard"),
    path("plans/<int:plan_id>/actions/", actions.action_list, name="action-list"),
    path("plans/<int:plan_id>/actions.csv", actions.action_list_csv, name="action-list-csv"),
    path("actions/<int:action_id>/", actions.action_detail, name="action-detail"),
    path("actions/<int:action_id>/update/", updates.action_update, name="action-update"),
    path("actions/<int:action_id>/confirm/", my_actions.action_confirm, name="action-confirm"),
    path("actions/<int:action_id>/date/", dates.date_ask, name="date-ask"),
    path("actions/<int:action_id>/evidence/", completion.evidence_add, name="evidence-add"),
    path("actions/<int:action_id>/review/", completion.completion_review, name="completion-review"),
    path("evidence/<int:evidence_id>/", completion.evidence_download, name="evidence-download"),
    path("plans/<int:plan_id>/movement/", movement.movement_ledger, name="movement-ledger"),
    path("plans/<int:plan_id>/movement.csv", movement.movement_ledger_csv, name="movement-ledger-csv"),
    path("plans/<int:plan_id>/dates/", dates.date_list, name="date-list"),
    path("plans/<int:plan_id>/dates.csv", dates.date_list_csv, name="date-list-csv"),
    path("plans/<int:plan_id>/reporting/", reporting.reporting, name="reporting"),
    path("plans/<int:plan_id>/reporting/remind/", reporting.reporting_remind, name="reporting-remind"),
    path("date-changes/<int:date_change_id>/decide/", dates.date_decide, name="date-decide"),
]
