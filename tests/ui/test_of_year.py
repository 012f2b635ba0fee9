"""Of a long list of what is behind, a reader may ask for a part, by when it was to begin."""

import pytest
from streamlit.testing.v1 import AppTest

from texts import catalogue

t = catalogue("zh")


def asked(every, of_year, **address):
    """Show the control beside a list of ten, and which part of what is behind it asks for."""

    def page(every, of_year):
        import streamlit as st  # noqa: PLC0415 - streamlit runs the text of this function alone

        from texts import catalogue  # noqa: PLC0415 - as above
        from ui import controls  # noqa: PLC0415 - as above

        counts = {"all": every, "without_year": every - of_year, "of_year": of_year}
        st.text(controls.which_behind(catalogue("zh"), counts, 10))

    app = AppTest.from_function(page, args=(every, of_year))
    for name, choice in address.items():
        app.query_params[name] = choice
    return app.run()


@pytest.mark.parametrize(("every", "of_year"), [(10, 3), (300, 0)])
def test_nobody_is_asked_where_all_are_listed_or_none_is_of_the_year(every, of_year):
    app = asked(every, of_year)
    assert not app.exception
    assert app.text[0].value == "all"
    assert list(app.get("button_group")) == []


def test_who_chooses_those_of_the_year_gets_them_and_a_link_keeps_the_choice():
    app = asked(11, 3)
    (control,) = app.get("button_group")
    assert [option.content for option in control.proto.options] == [
        t("control.with_count", name=t("control.behind_all"), count=11),
        t("control.with_count", name=t("control.behind_without_year"), count=8),
        t("control.with_count", name=t("control.behind_of_year"), count=3),
    ]
    assert app.text[0].value == "all"
    linked = asked(11, 3, behind=t("control.behind_of_year"))
    assert linked.text[0].value == "of_year"
