"""The two apps that the dashboard is measured beside."""
