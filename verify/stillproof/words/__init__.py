"""What a program says: how far it is (`progress`), and sentences from tables (`sentences`)."""
