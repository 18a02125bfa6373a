"""What knows GitHub: submissions, replies, the summary of a change, the issue about links."""
