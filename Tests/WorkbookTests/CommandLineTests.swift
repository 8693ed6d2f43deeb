import Foundation
import Testing

@Suite("The command line")
struct CommandLineTests {
  @Test("list names every chapter file of the package")
  func list() async throws {
    let package = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let files = try FileManager.default.contentsOfDirectory(
      atPath: package.appending(path: "chapters").path
    ).filter { $0.hasSuffix(".md") }
    let outcome = try await Program.run(["list"])
    #expect(outcome.status == 0)
    for file in files {
      let number = try #require(Int(file.prefix { $0.isNumber }))
      #expect(outcome.output.contains("Chapitre \(number) –"))
    }
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let message: String
    var testDescription: String { arguments.joined(separator: " ") }
  }

  @Test(
    "a mistake gets one French message, status 64 and nothing on standard output",
    arguments: [
      Mistake(
        arguments: ["lst"], message: "La commande « lst » n’existe pas ; voulais-tu dire « list » ?"
      ),
      Mistake(arguments: ["chapter"], message: "Il manque l’argument « <numéro> »."),
      Mistake(
        arguments: ["chapter", "x"], message: "Il n’y a pas de chapitre « x » (chapitres"),
      Mistake(arguments: ["chapter", "99"], message: "Il n’y a pas de chapitre 99"),
      Mistake(arguments: ["chapter", "3", "4"], message: "L’argument « 4 » est de trop."),
      Mistake(
        arguments: ["chapter", "3", "4", "5"], message: "2 arguments sont de trop : « 4 », « 5 »."),
      Mistake(
        arguments: ["chapter", "3", "--figure", "png"],
        message: "L’option « --figure » n’existe pas ; voulais-tu dire « --figures » ?"),
      Mistake(
        arguments: ["chapter", "3", "--figures", "gif"], message: "Le format « gif » n’existe pas"),
      Mistake(
        arguments: ["chapter", "3", "--data"],
        message: "Il manque la valeur de « --data <chemin> »."),
      Mistake(
        arguments: ["chapter", "3", "--no-code=1"],
        message: "L’option « --no-code » ne prend pas de valeur"),
      Mistake(
        arguments: ["chapter", "3", "-P", "epoch=3"], message: "voulais-tu dire « epochs » ?"),
      Mistake(
        arguments: ["chapter", "3", "-P", "epochs=0"],
        message:
          "Le paramètre « epochs » ne peut pas valoir « 0 » : donne un nombre entier entre 1 et"),
      Mistake(
        arguments: ["chapter", "3", "-P", "epochs"], message: "n’est pas de la forme nom=valeur"),
      Mistake(arguments: ["verify", "99"], message: "Il n’y a pas de chapitre 99"),
    ])
  func mistakes(_ mistake: Mistake) async throws {
    let outcome = try await Program.run(mistake.arguments)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.contains(mistake.message), "\(outcome.messages)")
  }

  @Test(
    "help is French, on standard output",
    arguments: [
      ["--help"], ["chapter", "--help"], ["help", "verify"], ["list", "-h"], ["train", "-h"],
      ["test", "-h"],
    ])
  func help(arguments: [String]) async throws {
    let outcome = try await Program.run(arguments)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("UTILISATION"))
    for english in ["USAGE", "OVERVIEW", "SUBCOMMANDS", "default", "Show ", "See '"] {
      #expect(!outcome.output.contains(english))
    }
  }

  @Test("the help names the script's commands beside the program's")
  func commands() async throws {
    let outcome = try await Program.run(["--help"])
    for command in ["chapter", "exercise", "setup", "install", "uninstall", "test"] {
      #expect(outcome.output.contains("\n  \(command) "), "\(outcome.output)")
    }
  }

  @Test("version is a name and a number, and the commit when the script knows it")
  func version() async throws {
    let outcome = try await Program.run(["--version"], environment: ["WORKBOOK_COMMIT": ""])
    #expect(outcome.status == 0 && outcome.messages.isEmpty)
    #expect(outcome.output.wholeMatch(of: /workbook [0-9]+\.[0-9]+\.[0-9]+\n/) != nil)
    let built = try await Program.run(
      ["--version"], environment: ["WORKBOOK_COMMIT": "ab12\u{1B}[31m"])
    #expect(built.output.contains(" (ab12") && !built.output.contains("\u{1B}"))
  }

  @Test("an argument's escape codes do not reach the terminal")
  func escapeCodes() async throws {
    let outcome = try await Program.run(["chapter", "3", "-P", "\u{1B}[31mrouge"])
    #expect(outcome.status == 64)
    #expect(!outcome.messages.contains("\u{1B}"))
  }

  @Test("without data, the error says where it looked and what to do")
  func missingData() async throws {
    let empty = try TemporaryDirectory()
    let outcome = try await Program.run(["verify", "3", "--data", empty.path])
    #expect(outcome.status == 66)
    #expect(outcome.messages.contains(empty.path))
    #expect(outcome.messages.contains("train-images-idx3-ubyte"))
  }
}
