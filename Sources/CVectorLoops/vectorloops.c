#include "vectorloops.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

// A product and a sum are two roundings, as in NumPy.
#pragma STDC FP_CONTRACT OFF

// The thread sanitizer cannot watch what chooses the code before the program starts.
#if defined(__x86_64__) && defined(__linux__) && !__has_feature(thread_sanitizer)
#define FOR_EACH_PROCESSOR \
  __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define FOR_EACH_PROCESSOR
#endif

FOR_EACH_PROCESSOR
void vectorloops_descend_f64(double *x, const double *slopes, double rate, size_t count) {
  for (size_t i = 0; i < count; i++) x[i] -= rate * slopes[i];
}

FOR_EACH_PROCESSOR
void vectorloops_descend_f32(float *x, const float *slopes, float rate, size_t count) {
  for (size_t i = 0; i < count; i++) x[i] -= rate * slopes[i];
}

// How many rows ahead the bytes are fetched: far enough for memory, near enough for the cache.
enum { ROWS_AHEAD = 128 };

// Most pixels of images are background, and to compute them takes longer than to find that out.
static inline bool is_blank(const uint8_t *bytes, size_t count) {
  uint64_t any = 0, next;
  size_t i = 0;
  for (; i + sizeof next <= count; i += sizeof next) {
    memcpy(&next, bytes + i, sizeof next);
    any |= next;
  }
  for (; i < count; i++) any |= bytes[i];
  return any == 0;
}

// x / divisor without a division: the product is off by less than a unit in the last place, and the
// remainder, exact in one operation, corrects it (Markstein 1990).
static inline double quotient(double x, double divisor, double reciprocal) {
  const double estimate = x * reciprocal;
  return __builtin_fma(__builtin_fma(-estimate, divisor, x), reciprocal, estimate);
}

static bool multiplies_and_adds_at_once(void) {
#if defined(__x86_64__)
  return __builtin_cpu_supports("fma");
#else
  return true;
#endif
}

vectorloops_standard vectorloops_make_standard(double mean, double divisor) {
  vectorloops_standard standard = {
      .mean = mean, .divisor = divisor, .background = (0 - mean) / divisor, .reciprocal = NAN};
  if (!multiplies_and_adds_at_once()) return standard;
  const double reciprocal = 1 / divisor;
  for (int byte = 0; byte <= UINT8_MAX; byte++) {
    const double x = byte - mean;
    if (quotient(x, divisor, reciprocal) != x / divisor) return standard;
  }
  standard.reciprocal = reciprocal;
  return standard;
}

#define STANDARDIZE(scalar, columns)                                                            \
  for (size_t row = 0; row < rows; row++, bytes += stride, standardized += stride) {            \
    const vectorloops_standard standard = standards[row];                                       \
    __builtin_prefetch(bytes + ROWS_AHEAD * stride);                                            \
    if (is_blank(bytes, columns)) {                                                             \
      for (size_t i = 0; i < columns; i++) standardized[i] = (scalar)standard.background;       \
    } else if (isnan(standard.reciprocal)) {                                                    \
      for (size_t i = 0; i < columns; i++)                                                      \
        standardized[i] = (scalar)((bytes[i] - standard.mean) / standard.divisor);              \
    } else {                                                                                    \
      for (size_t i = 0; i < columns; i++)                                                      \
        standardized[i] =                                                                       \
            (scalar)quotient(bytes[i] - standard.mean, standard.divisor, standard.reciprocal);  \
    }                                                                                           \
  }

// The most frequent number of columns, for which the compiler leaves no loop over them.
enum { USUAL_COLUMNS = 32 };

FOR_EACH_PROCESSOR
void vectorloops_standardize_f64(
    const uint8_t *bytes, const vectorloops_standard *standards,
    size_t rows, size_t columns, size_t stride, double *restrict standardized) {
  if (columns == USUAL_COLUMNS) {
    STANDARDIZE(double, USUAL_COLUMNS)
  } else {
    STANDARDIZE(double, columns)
  }
}

FOR_EACH_PROCESSOR
void vectorloops_standardize_f32(
    const uint8_t *bytes, const vectorloops_standard *standards,
    size_t rows, size_t columns, size_t stride, float *restrict standardized) {
  if (columns == USUAL_COLUMNS) {
    STANDARDIZE(float, USUAL_COLUMNS)
  } else {
    STANDARDIZE(float, columns)
  }
}
