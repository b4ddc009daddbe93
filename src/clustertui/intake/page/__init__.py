"""Pages that people paste: from lines of text to what they state. One room a question."""
