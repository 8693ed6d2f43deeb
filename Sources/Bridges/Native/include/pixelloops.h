// Loops over the bytes of images and the weights that read them, compiled for several instruction
// sets and chosen at run time.

#ifndef PIXELLOOPS_H
#define PIXELLOOPS_H

#include <stddef.h>
#include <stdint.h>

// standardized[i] = (bytes[i] - means[i]) / divisors[i], computed in double precision.
void pixelloops_standardize_f64(
    const uint8_t *bytes, const double *means, const double *divisors, double *standardized,
    size_t count);
void pixelloops_standardize_f32(
    const uint8_t *bytes, const double *means, const double *divisors, float *standardized,
    size_t count);

// sums[i] += bytes[i].
void pixelloops_add_bytes(double *sums, const uint8_t *bytes, size_t count);

// sums[i] += (bytes[i] - means[i])^2.
void pixelloops_add_squares(
    double *sums, const uint8_t *bytes, const double *means, size_t count);

// How the bytes of a row become numbers: scale * (byte - background).
typedef struct {
  double scale;
  uint8_t background;
} pixelloops_pixel;

// Room for the numbers of some rows and for their places.
typedef struct {
  uint32_t *rows, *places;
} pixelloops_lively;

// Each of the first `columns` bytes of each row becomes what the pixel of the row's place says. Rows
// lie `stride` elements apart in both memories. Returns how many rows are not all background, and
// which.
size_t pixelloops_scale_f64(
    const uint8_t *bytes, const pixelloops_pixel *pixels, const uint32_t *places,
    size_t rows, size_t columns, size_t stride, double *scaled, pixelloops_lively lively);
size_t pixelloops_scale_f32(
    const uint8_t *bytes, const pixelloops_pixel *pixels, const uint32_t *places,
    size_t rows, size_t columns, size_t stride, float *scaled, pixelloops_lively lively);

// Columns of weights, side by side, and the slopes of some of them: `places` says of which, counted
// from `first`; NULL where all columns have theirs.
typedef struct {
  const uint32_t *places;
  size_t count, first;
} pixelloops_columns;

// Adds some slopes, columns of `rows` side by side, to the columns that they belong to.
void pixelloops_add_slopes_f64(
    double *all, const double *some, pixelloops_columns columns, size_t rows);
void pixelloops_add_slopes_f32(
    float *all, const float *some, pixelloops_columns columns, size_t rows);

// Each column of weights loses rate * (its slopes + its background * sums), or without the slopes where
// it has none. Then totals[row] becomes the sum of the row's weights times their backgrounds.
void pixelloops_descend_f64(
    double *weights, const double *slopes, pixelloops_columns with_slopes,
    const double *backgrounds, const double *sums, double rate,
    size_t rows, size_t columns, double *totals);
void pixelloops_descend_f32(
    float *weights, const float *slopes, pixelloops_columns with_slopes,
    const float *backgrounds, const float *sums, float rate,
    size_t rows, size_t columns, float *totals);

#endif
