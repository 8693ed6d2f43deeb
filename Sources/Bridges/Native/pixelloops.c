#include "pixelloops.h"

#include <stdbool.h>
#include <string.h>

#include "eachprocessor.h"

// A product and a sum are two roundings, as in NumPy.
#pragma STDC FP_CONTRACT OFF

#define DEFINE_STANDARDIZE(name, scalar)                                                        \
  FOR_EACH_PROCESSOR                                                                            \
  void name(                                                                                    \
      const uint8_t *bytes, const double *means, const double *divisors,                        \
      scalar *restrict standardized, size_t count) {                                            \
    for (size_t i = 0; i < count; i++)                                                          \
      standardized[i] = (scalar)((bytes[i] - means[i]) / divisors[i]);                          \
  }

DEFINE_STANDARDIZE(pixelloops_standardize_f64, double)
DEFINE_STANDARDIZE(pixelloops_standardize_f32, float)

FOR_EACH_PROCESSOR
void pixelloops_add_bytes(double *restrict sums, const uint8_t *bytes, size_t count) {
  for (size_t i = 0; i < count; i++) sums[i] += bytes[i];
}

FOR_EACH_PROCESSOR
void pixelloops_add_squares(
    double *restrict sums, const uint8_t *bytes, const double *means, size_t count) {
  for (size_t i = 0; i < count; i++) {
    const double difference = bytes[i] - means[i];
    sums[i] += difference * difference;
  }
}

// How many rows ahead the bytes are fetched: far enough for memory, near enough for the cache.
enum { ROWS_AHEAD = 128 };

// Most pixels of images are background, and to compute them takes longer than to find that out.
static inline bool is_blank(const uint8_t *bytes, uint8_t background, size_t count) {
  const uint64_t blank = background * UINT64_C(0x0101010101010101);
  uint64_t any = 0, next;
  size_t i = 0;
  for (; i + sizeof next <= count; i += sizeof next) {
    memcpy(&next, bytes + i, sizeof next);
    any |= next ^ blank;
  }
  for (; i < count; i++) any |= bytes[i] ^ background;
  return any == 0;
}

#define SCALE(scalar, columns)                                                                  \
  for (size_t row = 0; row < rows; row++, bytes += stride, scaled += stride) {                  \
    const pixelloops_pixel pixel = pixels[places[row]];                                         \
    __builtin_prefetch(bytes + ROWS_AHEAD * stride);                                            \
    if (is_blank(bytes, pixel.background, columns)) {                                           \
      for (size_t i = 0; i < columns; i++) scaled[i] = 0;                                       \
    } else {                                                                                    \
      const scalar scale = (scalar)pixel.scale;                                                 \
      for (size_t i = 0; i < columns; i++) scaled[i] = scale * (bytes[i] - pixel.background);   \
      lively.rows[count] = (uint32_t)row;                                                       \
      lively.places[count++] = places[row];                                                     \
    }                                                                                           \
  }

// The most frequent number of columns, for which the compiler leaves no loop over them.
enum { USUAL_COLUMNS = 32 };

#define DEFINE_SCALE(name, scalar)                                                              \
  FOR_EACH_PROCESSOR                                                                            \
  size_t name(                                                                                  \
      const uint8_t *bytes, const pixelloops_pixel *pixels, const uint32_t *places,             \
      size_t rows, size_t columns, size_t stride, scalar *restrict scaled,                      \
      pixelloops_lively lively) {                                                               \
    size_t count = 0;                                                                           \
    if (columns == USUAL_COLUMNS) {                                                             \
      SCALE(scalar, USUAL_COLUMNS)                                                              \
    } else {                                                                                    \
      SCALE(scalar, columns)                                                                    \
    }                                                                                           \
    return count;                                                                               \
  }

DEFINE_SCALE(pixelloops_scale_f64, double)
DEFINE_SCALE(pixelloops_scale_f32, float)

#define ADD_SLOPES(scalar, lanes)                                                               \
  for (; rows - row >= lanes; row += lanes) {                                                   \
    VECTOR(scalar, lanes) sum, slope;                                                           \
    for (size_t i = 0; i < columns.count; i++) {                                                \
      scalar *column = all + (columns.places[i] - columns.first) * rows + row;                  \
      memcpy(&sum, column, sizeof sum);                                                         \
      memcpy(&slope, some + i * rows + row, sizeof slope);                                      \
      sum += slope;                                                                             \
      memcpy(column, &sum, sizeof sum);                                                         \
    }                                                                                           \
  }

#define DEFINE_ADD_SLOPES(name, scalar)                                                         \
  FOR_EACH_PROCESSOR                                                                            \
  void name(scalar *all, const scalar *some, pixelloops_columns columns, size_t rows) {         \
    FOR_LANES(ADD_SLOPES, scalar)                                                               \
  }

DEFINE_ADD_SLOPES(pixelloops_add_slopes_f64, double)
DEFINE_ADD_SLOPES(pixelloops_add_slopes_f32, float)

// The sums and totals of the lanes stay in registers.
#define DESCEND_ROWS(scalar, lanes)                                                             \
  for (; rows - row >= lanes; row += lanes) {                                                   \
    VECTOR(scalar, lanes) sum, total = {0}, weight, slope;                                      \
    memcpy(&sum, sums + row, sizeof sum);                                                       \
    size_t next = 0;                                                                            \
    for (size_t column = 0; column < columns; column++) {                                       \
      const scalar background = backgrounds[column];                                            \
      const bool has_slopes = !places || (next < count && places[next] == first + column);      \
      const scalar *column_slopes = has_slopes ? slopes + next * rows + row : none;             \
      next += has_slopes;                                                                       \
      memcpy(&slope, column_slopes, sizeof slope);                                              \
      memcpy(&weight, weights + column * rows + row, sizeof weight);                            \
      weight -= rate * (slope + background * sum);                                              \
      memcpy(weights + column * rows + row, &weight, sizeof weight);                            \
      total += background * weight;                                                             \
    }                                                                                           \
    memcpy(totals + row, &total, sizeof total);                                                 \
  }

#define DEFINE_DESCEND_PIXELS(name, scalar)                                                     \
  FOR_EACH_PROCESSOR                                                                            \
  void name(                                                                                    \
      scalar *restrict weights, const scalar *restrict slopes, pixelloops_columns with_slopes,  \
      const scalar *backgrounds, const scalar *sums, scalar rate, size_t rows, size_t columns,  \
      scalar *totals) {                                                                         \
    const uint32_t *places = with_slopes.places;                                                \
    const size_t count = with_slopes.count, first = with_slopes.first;                          \
    const scalar none[16] = {0};                                                                \
    FOR_LANES(DESCEND_ROWS, scalar)                                                             \
  }

DEFINE_DESCEND_PIXELS(pixelloops_descend_f64, double)
DEFINE_DESCEND_PIXELS(pixelloops_descend_f32, float)
