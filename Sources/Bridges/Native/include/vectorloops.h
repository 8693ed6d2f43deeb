// Loops over many numbers, compiled for several instruction sets and chosen at run time; exponentials
// and hyperbolic tangents are SLEEF's, within 1 unit in the last place.

#ifndef VECTORLOOPS_H
#define VECTORLOOPS_H

#include <stdbool.h>
#include <stddef.h>

// Whether exponentials and their like give the bits of every processor with fused multiply-add.
bool vectorloops_fuses(void);

// The file of the library that computes them, the version of the C library, which computes single
// ones, and the compiler of these loops.
const char *vectorloops_library(void);
const char *vectorloops_c_library(void);
const char *vectorloops_compiler(void);

// y[i] = exp(x[i]); x and y may be the same.
void vectorloops_exp_f64(const double *x, double *y, size_t count);
void vectorloops_exp_f32(const float *x, float *y, size_t count);

// y[i] = log(x[i]).
void vectorloops_log_f64(const double *x, double *y, size_t count);
void vectorloops_log_f32(const float *x, float *y, size_t count);

// y[i] = log(1 + x[i]).
void vectorloops_log1p_f64(const double *x, double *y, size_t count);
void vectorloops_log1p_f32(const float *x, float *y, size_t count);

// y[i] = tanh(x[i]).
void vectorloops_tanh_f64(const double *x, double *y, size_t count);
void vectorloops_tanh_f32(const float *x, float *y, size_t count);

// x[i] -= rate * slopes[i], the product rounded first.
void vectorloops_descend_f64(double *x, const double *slopes, double rate, size_t count);
void vectorloops_descend_f32(float *x, const float *slopes, float rate, size_t count);

// Adds its bias to each of the first `columns` numbers of each row; rows lie `stride` numbers apart.
void vectorloops_add_biases_f64(
    double *x, const double *biases, size_t rows, size_t columns, size_t stride);
void vectorloops_add_biases_f32(
    float *x, const float *biases, size_t rows, size_t columns, size_t stride);

// Adds the numbers of each row to its sum, the first column first; columns of `rows` lie side by side.
void vectorloops_add_columns_f64(double *sums, const double *x, size_t rows, size_t columns);
void vectorloops_add_columns_f32(float *sums, const float *x, size_t rows, size_t columns);

// Writes rows that lie `stride` numbers apart as columns of `rows` side by side.
void vectorloops_transpose_f64(
    const double *x, double *transposed, size_t rows, size_t columns, size_t stride);
void vectorloops_transpose_f32(
    const float *x, float *transposed, size_t rows, size_t columns, size_t stride);

#endif
