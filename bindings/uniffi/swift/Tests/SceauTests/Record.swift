import Foundation
import Sceau

/// The checkout that holds the corpus: this file lies five folders below it.
let checkout: URL = {
    var url = URL(fileURLWithPath: #filePath)
    for _ in 0..<6 { url.deleteLastPathComponent() }
    return url
}()

/// One scenario: the fields of a record, by name.
struct Record {
    let fields: [String: String]

    var comment: String { fields["comment"] ?? "?" }

    func text(_ name: String) -> String {
        guard let text = fields[name] else { fatalError("no field \(name) in \(comment)") }
        return text
    }

    func optional(_ name: String) -> String? { fields[name] }

    /// Of `name-hex` in hexadecimal, else of `name` as UTF-8.
    func bytes(_ name: String) -> [UInt8] {
        optional("\(name)-hex").map(fromHex) ?? Array(text(name).utf8)
    }

    func number<Number: FixedWidthInteger>(_ name: String, _ otherwise: Number) -> Number {
        guard let text = optional(name) else { return otherwise }
        guard let number = Number(text) else { fatalError("\(name) in \(comment)") }
        return number
    }
}

/// Reads a vector file: `name: value` lines, records apart by empty lines, `#` begins a comment.
///
/// On bytes: a combining mark behind a space would hide it from Swift's characters.
func records(_ file: URL) throws -> [Record] {
    var (records, fields): ([Record], [String: String]) = ([], [:])
    for line in try Data(contentsOf: file).split(separator: 10, omittingEmptySubsequences: false) {
        if line.isEmpty {
            if !fields.isEmpty { records.append(Record(fields: fields)) }
            fields = [:]
        } else if line.first != UInt8(ascii: "#"),
            let colon = line.firstIndex(of: UInt8(ascii: ":"))
        {
            fields[String(decoding: line[..<colon], as: UTF8.self)] =
                trimmed(String(decoding: line[(colon + 1)...], as: UTF8.self))
        }
    }
    return fields.isEmpty ? records : records + [Record(fields: fields)]
}

/// Every vector file below `tests/vectors`, by its path without the extension.
func vectorFiles() throws -> [(name: String, url: URL)] {
    let root = checkout.appendingPathComponent("tests/vectors")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    let names = paths.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }
    return names.sorted().map { ($0, root.appendingPathComponent("\($0).txt")) }
}

/// Drops white space at both ends, scalar by scalar.
func trimmed(_ text: String) -> String {
    var scalars = Substring(text).unicodeScalars
    while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    return String(scalars)
}

/// Splits at the first byte of that kind; the second part is empty if there is none.
func cut(_ text: String, at byte: UInt8 = UInt8(ascii: " ")) -> (String, String) {
    guard let place = text.utf8.firstIndex(of: byte) else { return (text, "") }
    return (String(text[..<place]), String(text[text.utf8.index(after: place)...]))
}

func fromHex(_ hex: String) -> [UInt8] {
    let digits = hex.utf8.map { UInt8(String(UnicodeScalar($0)), radix: 16) }
    return stride(from: 0, to: digits.count, by: 2).map { at in
        guard let high = digits[at], let low = digits[at + 1] else { fatalError("hexadecimal") }
        return high << 4 | low
    }
}

func toHex(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
}

/// Writes an error down: its wire name, and the offset that it carries.
func written(_ reason: some Reason, _ at: Int? = nil) -> String {
    at.map { "error \(reason.name) \($0)" } ?? "error \(reason.name)"
}
