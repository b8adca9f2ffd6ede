"""What a notebook works with: immutable objects around the codes and answers of the other rooms."""
