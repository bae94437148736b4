"""Where the windows of a job are drawn: in this process, or by Ray actors on several GPUs or computers."""
