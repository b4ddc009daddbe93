"""Programmes of others: from a document to what it states. One importer a file."""
