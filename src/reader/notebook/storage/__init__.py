"""How the notebook gets onto the disk, safely."""
