"""Getting the notebook onto the disk so that no crash, full disk or second program can damage it."""
