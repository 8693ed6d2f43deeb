#include "cpicture.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <leptonica/allheaders.h>
#include <libexif/exif-data.h>

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

struct CPictureHeader cpicture_header(const uint8_t *bytes, size_t size) {
  struct CPictureHeader header = {CPictureUnknown, 0, 0};
  setMsgSeverity(L_SEVERITY_NONE);
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

// A picture of 32 bits a pixel, which replaces the one given; a null pointer on failure.
static PIX *full_colour(PIX *pix) {
  if (pixGetColormap(pix) != NULL) {
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

// Samples up to `maximum` instead of all that their bits can hold, as PNM allows.
static PIX *stretched(PIX *pix, int maximum) {
  const l_int32 depth = pixGetDepth(pix);
  if (maximum <= 1 || (depth != 8 && depth != 16 && depth != 32)) return pix;
  // Of samples of two bytes, a colour keeps the first.
  if (depth == 32 && maximum > 255) maximum >>= 8;
  if (maximum == (depth == 16 ? 65535 : 255)) return pix;
  l_int32 width, height;
  pixGetDimensions(pix, &width, &height, NULL);
  PIX *result = depth == 16 ? pixCreate(width, height, 8) : pix;
  if (result == NULL) {
    pixDestroy(&pix);
    return NULL;
  }
#define SCALED(value) (l_uint32)((value) >= (l_uint32)maximum ? 255 : ((value)*255u + maximum / 2) / maximum)
  for (l_int32 y = 0; y < height; y++) {
    for (l_int32 x = 0; x < width; x++) {
      l_uint32 value = 0;
      pixGetPixel(pix, x, y, &value);
      l_uint32 scaled = SCALED(value);
      if (depth == 32) {
        l_int32 red, green, blue;
        extractRGBValues(value, &red, &green, &blue);
        composeRGBPixel(SCALED((l_uint32)red), SCALED((l_uint32)green), SCALED((l_uint32)blue), &scaled);
      }
      pixSetPixel(result, x, y, scaled);
    }
  }
#undef SCALED
  if (result != pix) pixDestroy(&pix);
  return result;
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

int cpicture_decode(
    const uint8_t *bytes, size_t size, int orientation, int maximum, long most_pixels,
    struct CPicture *picture) {
  setMsgSeverity(L_SEVERITY_NONE);
  PIX *pix = pixReadMem(bytes, size);
  if (pix != NULL) pix = stretched(pix, maximum);
  if (pix != NULL) pix = full_colour(pix);
  if (pix == NULL) return 0;
  l_int32 width, height;
  pixGetDimensions(pix, &width, &height, NULL);
  picture->width = orientation >= 5 ? height : width;
  picture->height = orientation >= 5 ? width : height;
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

static l_int32 written(enum CPictureFormat format) {
  switch (format) {
  case CPictureBMP: return IFF_BMP;
  case CPictureGIF: return IFF_GIF;
  case CPictureJPEG: return IFF_JFIF_JPEG;
  case CPicturePNM: return IFF_PNM;
  case CPictureTIFF: return IFF_TIFF_LZW;
  case CPictureWebP: return IFF_WEBP;
  default: return IFF_PNG;
  }
}

uint8_t *cpicture_encode(
    const uint8_t *pixels, int width, int height, int channels, enum CPictureFormat format,
    int quality, size_t *size) {
  setMsgSeverity(L_SEVERITY_NONE);
  PIX *pix = pixCreate(width, height, channels == 1 ? 8 : 32);
  if (pix == NULL) return NULL;
  if (channels > 1) pixSetSpp(pix, channels);
  for (int y = 0; y < height; y++) {
    for (int x = 0; x < width; x++, pixels += channels) {
      l_uint32 value = pixels[0];
      if (channels > 1) composeRGBAPixel(pixels[0], pixels[1], pixels[2], channels == 4 ? pixels[3] : 0, &value);
      pixSetPixel(pix, x, y, value);
    }
  }
  l_uint8 *bytes = NULL;
  l_ok failure;
  switch (format) {
  case CPictureJPEG: failure = pixWriteMemJpeg(&bytes, size, pix, quality, 0); break;
  case CPictureWebP: failure = pixWriteMemWebP(&bytes, size, pix, quality, 0); break;
  case CPictureGIF: {
    PIX *indexed = channels == 1 ? pixClone(pix) : pixOctreeColorQuant(pix, 240, 0);
    failure = indexed == NULL || pixWriteMemGif(&bytes, size, indexed);
    pixDestroy(&indexed);
    break;
  }
  default: failure = pixWriteMem(&bytes, size, pix, written(format));
  }
  pixDestroy(&pix);
  return failure == 0 ? bytes : NULL;
}
