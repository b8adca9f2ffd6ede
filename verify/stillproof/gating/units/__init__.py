"""Distillation units of the resource estimator: `formula` reads their language, `file` their JSON; `judging` judges."""
