#include "vectorloops.h"

#include <math.h>
#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif
#include <sleef.h>

// A loop over whole vectors; what remains at the end goes through one vector filled up with zeros,
// so that each number's result does not depend on its place.
#define LOOP(name, scalar, vector, lanes, load, store, function, attributes)          \
  attributes static void name(const scalar *x, scalar *y, size_t count) {             \
    size_t i = 0;                                                                     \
    for (; i + lanes <= count; i += lanes) store(y + i, function(load(x + i)));       \
    if (i == count) return;                                                           \
    scalar rest[lanes] = {0};                                                         \
    memcpy(rest, x + i, (count - i) * sizeof(scalar));                                \
    store(rest, function(load(rest)));                                                \
    memcpy(y + i, rest, (count - i) * sizeof(scalar));                                \
  }

#if defined(__x86_64__)

#define AVX512 __attribute__((target("avx512f")))
#define AVX2 __attribute__((target("avx2,fma")))
#define SSE2

// sleef.h declares only the functions of the instruction set that the whole file is compiled for.
AVX512 __m512d Sleef_expd8_u10avx512f(__m512d);
AVX512 __m512 Sleef_expf16_u10avx512f(__m512);
AVX512 __m512d Sleef_tanhd8_u10avx512f(__m512d);
AVX512 __m512d Sleef_logd8_u10avx512f(__m512d);
AVX512 __m512 Sleef_logf16_u10avx512f(__m512);
AVX512 __m512d Sleef_log1pd8_u10avx512f(__m512d);
AVX512 __m512 Sleef_log1pf16_u10avx512f(__m512);
AVX512 __m512 Sleef_tanhf16_u10avx512f(__m512);
AVX2 __m256d Sleef_expd4_u10avx2(__m256d);
AVX2 __m256 Sleef_expf8_u10avx2(__m256);
AVX2 __m256d Sleef_tanhd4_u10avx2(__m256d);
AVX2 __m256d Sleef_logd4_u10avx2(__m256d);
AVX2 __m256 Sleef_logf8_u10avx2(__m256);
AVX2 __m256d Sleef_log1pd4_u10avx2(__m256d);
AVX2 __m256 Sleef_log1pf8_u10avx2(__m256);
AVX2 __m256 Sleef_tanhf8_u10avx2(__m256);

#define LOOPS(name)                                                                           \
  LOOP(name##_f64_avx512, double, __m512d, 8, _mm512_loadu_pd, _mm512_storeu_pd,              \
       Sleef_##name##d8_u10avx512f, AVX512)                                                   \
  LOOP(name##_f64_avx2, double, __m256d, 4, _mm256_loadu_pd, _mm256_storeu_pd,                \
       Sleef_##name##d4_u10avx2, AVX2)                                                        \
  LOOP(name##_f64_sse2, double, __m128d, 2, _mm_loadu_pd, _mm_storeu_pd,                      \
       Sleef_##name##d2_u10sse2, SSE2)                                                        \
  LOOP(name##_f32_avx512, float, __m512, 16, _mm512_loadu_ps, _mm512_storeu_ps,               \
       Sleef_##name##f16_u10avx512f, AVX512)                                                  \
  LOOP(name##_f32_avx2, float, __m256, 8, _mm256_loadu_ps, _mm256_storeu_ps,                  \
       Sleef_##name##f8_u10avx2, AVX2)                                                        \
  LOOP(name##_f32_sse2, float, __m128, 4, _mm_loadu_ps, _mm_storeu_ps,                        \
       Sleef_##name##f4_u10sse2, SSE2)

#define CHOOSE(name, scalar)                                                 \
  void vectorloops_##name(const scalar *x, scalar *y, size_t count) {        \
    if (__builtin_cpu_supports("avx512f")) name##_avx512(x, y, count);       \
    else if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))\
      name##_avx2(x, y, count);                                              \
    else name##_sse2(x, y, count);                                           \
  }

#elif defined(__aarch64__)

#include <arm_neon.h>

#define LOOPS(name)                                                                           \
  LOOP(name##_f64_neon, double, float64x2_t, 2, vld1q_f64, vst1q_f64,                         \
       Sleef_##name##d2_u10advsimd, )                                                         \
  LOOP(name##_f32_neon, float, float32x4_t, 4, vld1q_f32, vst1q_f32,                          \
       Sleef_##name##f4_u10advsimd, )

#define CHOOSE(name, scalar)                                          \
  void vectorloops_##name(const scalar *x, scalar *y, size_t count) { \
    name##_neon(x, y, count);                                         \
  }

#else

#define FIRST(x) (*(x))
#define PUT(x, value) (*(x) = (value))
#define LOOPS(name)                                                                           \
  LOOP(name##_f64_plain, double, double, 1, FIRST, PUT, Sleef_##name##_u10, )                 \
  LOOP(name##_f32_plain, float, float, 1, FIRST, PUT, Sleef_##name##f_u10, )

#define CHOOSE(name, scalar)                                          \
  void vectorloops_##name(const scalar *x, scalar *y, size_t count) { \
    name##_plain(x, y, count);                                        \
  }

#endif

#define FUNCTION(name)      \
  LOOPS(name)               \
  CHOOSE(name##_f64, double)\
  CHOOSE(name##_f32, float)

FUNCTION(exp)
FUNCTION(log)
FUNCTION(log1p)
FUNCTION(tanh)
