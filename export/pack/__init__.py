"""The pack of a period: every picture and document of one version, with a manifest."""
