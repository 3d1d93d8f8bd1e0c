"""The site: work first, then figures, API and admin; record types come last."""

from django.contrib import admin
from django.contrib.auth import views as auth_views
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path

from pangyo import api, calendar, feeds, home, pages
from pangyo.navigation import PARTNER_CHAIN
from support.partner_views import PartnerPage

urlpatterns = [
    path("", home.home, name="home"),
    path("health/", pages.health, name="health"),
    path("search/", pages.search, name="search"),
    path("sign-in/", auth_views.LoginView.as_view(), name="login"),
    path("sign-out/", auth_views.LogoutView.as_view(), name="logout"),
    path("language/", login_not_required(pages.set_language), name="set-language"),
    path("look/", pages.set_theme, name="set-theme"),
    path("keys/", pages.keys, name="keys"),
    path("keys/set/", pages.set_keys, name="set-keys"),
    path("admin/", admin.site.urls),
    path("api/v1/", include(api.urlpatterns)),
    path("", include("figures.urls")),
    path(
        "partners/<int:pk>/",
        PartnerPage.as_view(chain=PARTNER_CHAIN),
        {"slug": "partners"},
    ),
    path("deadlines/", calendar.deadline_list, name="deadlines"),
    path("deadlines/<int:year>/<int:month>/", calendar.month, name="deadline-month"),
    path("deadlines/feed/", feeds.issue, name="feed-issue"),
    path("deadlines/feed/revoke/", feeds.revoke, name="feed-revoke"),
    path("deadlines.ics", feeds.feed, name="feed"),
    path("", include("support.urls")),
    path("", include("records.urls")),
]
