// Leaks within Redland, which no caller can free: raptor 2.0.15 loses the terms of a faulty line of N-Quads, rasqal
// 0.9.33 a rowsource of some queries. LeakSanitizer asks for this function; nothing calls it otherwise.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
  return "leak:libraptor2\nleak:librasqal\n";
}
