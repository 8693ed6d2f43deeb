#include "cpicture.h"

#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <leptonica/allheaders.h>
#include <libexif/exif-data.h>

static pthread_mutex_t silence = PTHREAD_MUTEX_INITIALIZER;

static void say_nothing(const char *text) { (void)text; }

// libpng and libjpeg say what they find amiss to `stderr`, in English, and Leptonica lets them: for
// one reader at a time, that is nowhere. Returns what to give back to `end_silence`.
static FILE *begin_silence(void) {
  static FILE *nowhere = NULL;
  pthread_mutex_lock(&silence);
  setMsgSeverity(L_SEVERITY_NONE);
  leptSetStderrHandler(say_nothing);
  FILE *messages = stderr;
  if (nowhere == NULL) nowhere = fopen("/dev/null", "w");
  if (nowhere != NULL) stderr = nowhere;
  return messages;
}

static void end_silence(FILE *messages) {
  stderr = messages;
  pthread_mutex_unlock(&silence);
}

static enum CPictureFormat known(l_int32 format) {
  switch (format) {
  case IFF_BMP: return CPictureBMP;
  case IFF_GIF: return CPictureGIF;
  case IFF_JFIF_JPEG: return CPictureJPEG;
  case IFF_PNG: return CPicturePNG;
  case IFF_PNM: return CPicturePNM;
  case IFF_WEBP: return CPictureWebP;
  case IFF_TIFF: case IFF_TIFF_PACKBITS: case IFF_TIFF_RLE: case IFF_TIFF_G3: case IFF_TIFF_G4:
  case IFF_TIFF_LZW: case IFF_TIFF_ZIP: case IFF_TIFF_JPEG: return CPictureTIFF;
  default: return CPictureUnknown;
  }
}

static struct CPictureHeader read_header(const uint8_t *bytes, size_t size) {
  struct CPictureHeader header = {CPictureUnknown, 0, 0};
  l_int32 format = 0, depth, samples, is_indexed;
  if (size < 12 || findFileFormatBuffer(bytes, &format) != 0) return header;
  header.format = known(format);
  // Leptonica decodes all of a BMP or GIF to know its size.
  if (header.format == CPictureUnknown || format == IFF_BMP || format == IFF_GIF) return header;
  l_int32 width = 0, height = 0;
  if (pixReadHeaderMem(bytes, size, &format, &width, &height, &depth, &samples, &is_indexed) == 0) {
    header.width = width;
    header.height = height;
  }
  return header;
}

struct CPictureHeader cpicture_header(const uint8_t *bytes, size_t size) {
  FILE *messages = begin_silence();
  const struct CPictureHeader header = read_header(bytes, size);
  end_silence(messages);
  return header;
}

int cpicture_orientation(const uint8_t *bytes, size_t size) {
  ExifData *data = exif_data_new();
  if (data == NULL) return 1;
  exif_data_load_data(data, bytes, size > 1u << 20 ? 1u << 20 : (unsigned)size);
  const ExifEntry *entry = exif_content_get_entry(data->ifd[EXIF_IFD_0], EXIF_TAG_ORIENTATION);
  int orientation = 1;
  if (entry != NULL && entry->format == EXIF_FORMAT_SHORT && entry->size >= 2) {
    orientation = exif_get_short(entry->data, exif_data_get_byte_order(data));
  }
  exif_data_unref(data);
  return orientation >= 1 && orientation <= 8 ? orientation : 1;
}

// A picture of 32 bits a pixel, which replaces the one given; a null pointer on failure. The colour
// at the place `transparent` of the palette is, if there is one.
static PIX *full_colour(PIX *pix, int transparent) {
  if (pixGetColormap(pix) != NULL) {
    if (transparent >= 0 && transparent < pixcmapGetCount(pixGetColormap(pix))) {
      pixcmapSetAlpha(pixGetColormap(pix), transparent, 0);
    }
    l_int32 is_opaque = 1;
    pixcmapIsOpaque(pixGetColormap(pix), &is_opaque);
    PIX *plain = pixRemoveColormap(pix, is_opaque ? REMOVE_CMAP_TO_FULL_COLOR : REMOVE_CMAP_WITH_ALPHA);
    pixDestroy(&pix);
    pix = plain;
  }
  if (pix == NULL || pixGetDepth(pix) == 32) return pix;
  PIX *colours = pixConvertTo32(pix);
  pixDestroy(&pix);
  return colours;
}

// Where the pixel seen at (x, y) is stored, by the EXIF orientation.
static void stored(int orientation, int columns, int rows, int x, int y, int *from_x, int *from_y) {
  const int right = columns - 1, bottom = rows - 1;
  switch (orientation) {
  case 2: *from_x = right - x, *from_y = y; break;
  case 3: *from_x = right - x, *from_y = bottom - y; break;
  case 4: *from_x = x, *from_y = bottom - y; break;
  case 5: *from_x = y, *from_y = x; break;
  case 6: *from_x = y, *from_y = bottom - x; break;
  case 7: *from_x = right - y, *from_y = bottom - x; break;
  case 8: *from_x = right - y, *from_y = x; break;
  default: *from_x = x, *from_y = y;
  }
}

static int extract(PIX *colours, PIX *opacity, int orientation, struct CPicture *picture) {
  l_int32 columns, rows;
  pixGetDimensions(colours, &columns, &rows, NULL);
  const int is_turned = orientation >= 5;
  picture->columns = is_turned ? rows : columns;
  picture->rows = is_turned ? columns : rows;
  uint8_t *pixels = malloc(4 * (size_t)columns * rows);
  if (pixels == NULL) return 0;
  picture->pixels = pixels;
  for (int y = 0; y < picture->rows; y++) {
    for (int x = 0; x < picture->columns; x++) {
      int from_x, from_y;
      stored(orientation, columns, rows, x, y, &from_x, &from_y);
      const l_uint32 word = *(pixGetData(colours) + (size_t)from_y * pixGetWpl(colours) + from_x);
      l_uint32 opaque = 255;
      if (opacity != NULL) pixGetPixel(opacity, from_x, from_y, &opaque);
      *pixels++ = word >> L_RED_SHIFT;
      *pixels++ = word >> L_GREEN_SHIFT;
      *pixels++ = word >> L_BLUE_SHIFT;
      *pixels++ = opaque;
    }
  }
  return 1;
}

// Leptonica takes the blue of a BMP of 32 bits for red.
static void swap_red_and_blue(PIX *pix) {
  const size_t words = (size_t)pixGetWpl(pix) * pixGetHeight(pix);
  l_uint32 *data = pixGetData(pix);
  for (size_t i = 0; i < words; i++) {
    const l_uint32 red = data[i] >> L_RED_SHIFT & 255, blue = data[i] >> L_BLUE_SHIFT & 255;
    const l_uint32 rest = data[i] & ~(255u << L_RED_SHIFT | 255u << L_BLUE_SHIFT);
    data[i] = rest | blue << L_RED_SHIFT | red << L_BLUE_SHIFT;
  }
}

// The whole picture; a JPEG that is far larger than wished is reduced on the way, which takes a
// fraction of the time and memory. The sides are those before.
static PIX *decoded(const uint8_t *bytes, size_t size, long most_pixels, int *width, int *height) {
  l_int32 reduction = 1, samples;
  if (readHeaderMemJpeg(bytes, size, width, height, &samples, NULL, NULL) == 0) {
    const double pixels = (double)*width * *height;
    while (reduction < 8 && pixels >= 4.0 * reduction * reduction * most_pixels) reduction *= 2;
    return pixReadMemJpeg(bytes, size, 0, reduction, NULL, 0);
  }
  PIX *pix = pixReadMem(bytes, size);
  if (pix == NULL) return NULL;
  pixGetDimensions(pix, width, height, NULL);
  if (pixGetInputFormat(pix) == IFF_BMP && size > 28 && bytes[28] == 32) swap_red_and_blue(pix);
  return pix;
}

int cpicture_decode(
    const uint8_t *bytes, size_t size, int orientation, int transparent, long most_pixels,
    struct CPicture *picture) {
  int whole_width, whole_height;
  FILE *messages = begin_silence();
  PIX *pix = decoded(bytes, size, most_pixels, &whole_width, &whole_height);
  end_silence(messages);
  if (pix != NULL) pix = full_colour(pix, transparent);
  if (pix == NULL) return 0;
  l_int32 width, height;
  pixGetDimensions(pix, &width, &height, NULL);
  picture->width = orientation >= 5 ? whole_height : whole_width;
  picture->height = orientation >= 5 ? whole_width : whole_height;
  // The fourth byte means something only where there are four samples.
  PIX *opacity = pixGetSpp(pix) == 4 ? pixGetRGBComponent(pix, L_ALPHA_CHANNEL) : NULL;
  const double pixels = (double)width * height;
  if (pixels > most_pixels) {
    const float scale = (float)sqrt(most_pixels / pixels);
    pixSetSpp(pix, 3);
    PIX *reduced = pixScaleAreaMap(pix, scale, scale);
    pixDestroy(&pix);
    pix = reduced;
    if (opacity != NULL) {
      PIX *small = pixScaleAreaMap(opacity, scale, scale);
      pixDestroy(&opacity);
      opacity = small;
    }
  }
  const int ok = pix != NULL && extract(pix, opacity, orientation, picture);
  pixDestroy(&pix);
  pixDestroy(&opacity);
  return ok;
}
