"""What the notebook file holds, table by table."""
