#include "writer/windows/colour_picture.h"

#include <com/sun/star/beans/PropertyValue.hpp>
#include <com/sun/star/graphic/GraphicProvider.hpp>
#include <com/sun/star/io/SequenceInputStream.hpp>
#include <cstddef>

#include "writer/border/sequence.h"

namespace soat::writer {

css::uno::Reference<css::graphic::XGraphic> picture_of(const Context& context,
                                                       const std::vector<std::uint32_t>& stripes,
                                                       std::uint32_t height) {
  std::vector<std::uint32_t> pixels;
  for (std::uint32_t line = 0; line < height; ++line) pixels.insert(pixels.end(), stripes.begin(), stripes.end());
  return picture_of_pixels(context, pixels, static_cast<std::uint32_t>(stripes.size()));
}

// A Windows bitmap, uncompressed, 24 bits; its lines are multiples of four bytes, and the lowest comes first.
css::uno::Reference<css::graphic::XGraphic> picture_of_pixels(const Context& context,
                                                              const std::vector<std::uint32_t>& pixels,
                                                              std::uint32_t width) {
  constexpr std::uint32_t header = 54;
  const auto height = static_cast<std::uint32_t>(pixels.size() / width);
  std::vector<sal_Int8> bytes;
  bytes.reserve(header + pixels.size() * 3);
  const auto add = [&](std::uint32_t value, int count) {
    for (int i = 0; i < count; ++i) bytes.push_back(static_cast<sal_Int8>(value >> (8 * i) & 0xFFU));
  };
  add('B' | 'M' << 8, 2);
  add(header + width * height * 3, 4);
  add(0, 4);
  add(header, 4);
  add(40, 4);  // size of what describes the picture
  add(width, 4);
  add(height, 4);
  add(1 | 24 << 16, 4);  // planes, bits
  for (int i = 0; i < 6; ++i) add(0, 4);
  for (std::uint32_t line = height; line > 0; --line) {
    for (std::uint32_t x = 0; x < width; ++x) add(pixels[std::size_t{line - 1} * width + x], 3);
  }
  css::beans::PropertyValue stream;
  stream.Name = "InputStream";
  stream.Value <<= css::io::SequenceInputStream::createStreamFromSequence(
      context, css::uno::Sequence<sal_Int8>(bytes.data(), static_cast<sal_Int32>(bytes.size())));
  return css::graphic::GraphicProvider::create(context)->queryGraphic(sequence_of(stream));
}

}  // namespace soat::writer
