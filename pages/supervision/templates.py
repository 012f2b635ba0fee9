"""文书模板: the templates of letters, each to be downloaded, changed and put in use."""

from ui import access, frame, letter_templates, own_sentences

t = access.require()
frame.open_page("templates", t)

letter_templates.show(t)
own_sentences.show(t)
