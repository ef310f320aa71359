from django.contrib import admin
from django.contrib.auth.decorators import login_required
from django.urls import include, path

from actions.views.sign_in import sign_in

admin.site.login = login_required(admin.site.login)  # one way in: the sign-in page with its rate limits

urlpatterns = [
    path("", include("actions.urls")),
    path("accounts/login/", sign_in, name="account_login"),
    path("accounts/", include("allauth.account.urls")),
    path("administration/", admin.site.urls),
]

handler400 = "actions.views.errors.bad_request"
handler403 = "actions.views.errors.forbidden"
handler404 = "actions.views.errors.not_found"
handler500 = "actions.views.errors.went_wrong"
