"""How run.py installs and serves the service. Standard library only: it runs before anything is installed."""
