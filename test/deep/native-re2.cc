// RE2 as the operating system has it, for differential.deep.ts.
//
// Reads from standard input, until it ends: a pattern, the number of its texts, the texts. A number is 32 bits in little
// endian, a string its length in bytes and that many bytes of UTF-8. Writes a line for each pattern: `-` and RE2's words
// when RE2 rejects it, else `+` and for each text 1 or 0: whether RE2::FullMatch finds a match.

#include <re2/re2.h>

#include <cstdint>
#include <iostream>
#include <string>

namespace {

bool readNumber(uint32_t& number) {
  unsigned char bytes[4];
  if (!std::cin.read(reinterpret_cast<char*>(bytes), sizeof bytes)) return false;
  number = bytes[0] | bytes[1] << 8 | bytes[2] << 16 | static_cast<uint32_t>(bytes[3]) << 24;
  return true;
}

bool readString(std::string& text) {
  uint32_t length;
  if (!readNumber(length)) return false;
  text.resize(length);
  return length == 0 || std::cin.read(&text[0], length);
}

}  // namespace

int main() {
  std::ios::sync_with_stdio(false);
  RE2::Options options;
  options.set_log_errors(false);
  std::string pattern;
  std::string text;
  while (readString(pattern)) {
    const RE2 compiled(pattern, options);
    if (compiled.ok()) {
      std::cout << '+';
    } else {
      std::string reason = compiled.error();
      for (char& c : reason) if (c == '\n') c = ' ';
      std::cout << '-' << reason;
    }
    uint32_t texts;
    if (!readNumber(texts)) return 1;
    for (; texts > 0; texts--) {
      if (!readString(text)) return 1;
      if (compiled.ok()) std::cout << (RE2::FullMatch(text, compiled) ? '1' : '0');
    }
    std::cout << '\n';
  }
}
