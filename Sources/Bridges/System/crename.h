// Declared here, for the system's header only does so for who asks for all of its extensions.
extern int renameat2(int from, const char *old_path, int to, const char *new_path, unsigned flags);
