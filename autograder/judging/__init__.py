"""One submission against one exercise: verdict, smallest case, known mistake."""
