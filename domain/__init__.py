"""The words of the plan: what a project, a task, a chain, a period and a light are called."""
