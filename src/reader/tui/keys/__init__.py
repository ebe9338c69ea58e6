"""Every key: its tables, its names, and how the user changes it.

A new key on the reading screen is one line in `reading_keys.READING` and one method: the command
`navigation.move(1)` calls `move` of the controller `navigation` (see `reading.controllers`). Help, footer,
command palette, configuration file and documentation have the key from that line. A key of a page is one line
in `page_keys` and a method `action_…` of the page.
"""
