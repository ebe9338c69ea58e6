"""What the file holds, document by document: fields, shapes, bytes, versions."""
