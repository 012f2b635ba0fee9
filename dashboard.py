"""The door: the same file is the web app and the script each reader's session runs."""

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from texts import catalogue
from ui import door, moment, navigation, page_head, state
from ui.turns import TURNS

if get_script_run_ctx(suppress_warning=True) is None:
    door.must_be_safe()
    app = st.App(
        "dashboard.py",
        routes=door.routes(),
        middleware=door.middleware(),
        lifespan=door.lifespan,
        on_script_error=door.answer_trouble,
    )
else:
    st.set_page_config(
        page_title=catalogue(state.language())("app.name"),
        page_icon=page_head.icon(),
        layout="wide",
        menu_items={"About": "规划落实看板 / Plan Delivery Dashboard"},
    )
    with TURNS.page(), moment.held():
        navigation.run()
