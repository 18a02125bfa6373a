"""What a pull request is checked for."""
