"""What pytest needs to know at the root: the plugin's own tests run pytest inside pytest."""

pytest_plugins = ["pytester"]
