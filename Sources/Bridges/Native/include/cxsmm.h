// LIBXSMM's small matrix products: machine code made at run time for one shape on this processor.

#ifndef CXSMM_H
#define CXSMM_H

#include <stdbool.h>

// C (m x n) = A (m x k) * B (k x n), or C += A * B, all stored column after column with the given
// distances between columns; B may be stored as its transpose.
typedef struct {
  int m, n, k;
  int lda, ldb, ldc;
  bool transposes_b, accumulates;
} cxsmm_shape;

typedef const void *cxsmm_kernel;

// The version of the library; empty where there is none.
const char *cxsmm_version(void);

// NULL where LIBXSMM has nothing for this processor or this shape.
cxsmm_kernel cxsmm_kernel_f64(cxsmm_shape shape);
cxsmm_kernel cxsmm_kernel_f32(cxsmm_shape shape);

void cxsmm_multiply_f64(cxsmm_kernel kernel, const double *a, const double *b, double *c);
void cxsmm_multiply_f32(cxsmm_kernel kernel, const float *a, const float *b, float *c);

// The same for sums of such products.
cxsmm_kernel cxsmm_sum_kernel_f64(cxsmm_shape shape);
cxsmm_kernel cxsmm_sum_kernel_f32(cxsmm_shape shape);

// At least one term; `at_a` and `at_b` say where each begins in A and in B, in bytes.
void cxsmm_add_up_f64(
    cxsmm_kernel kernel, const double *a, const double *b, double *c, const unsigned long long *at_a,
    const unsigned long long *at_b, unsigned long long count);
void cxsmm_add_up_f32(
    cxsmm_kernel kernel, const float *a, const float *b, float *c, const unsigned long long *at_a,
    const unsigned long long *at_b, unsigned long long count);

#endif
