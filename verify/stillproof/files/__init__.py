"""Files of ours and of others: where they are (`places`), and how they are read and written (`text`)."""
