/** How a language's names behave. */
export interface NameRules {
  /** True where methods see the members of their class by their bare names. */
  readonly membersAreVisible: boolean;
  /** True where a name that is assigned is declared by that. */
  readonly assigningDeclares: boolean;
  /** Whether a name that the file does not declare stands for a value, not for a class or a module. */
  isValue(name: string): boolean;
}

/** The same, and what in a program is secret. */
export interface ProgramRules extends NameRules {
  /** True of a sample in a document, whose texts may be placeholders. */
  readonly isSample: boolean;
  /** Whether a text has a secret in it. */
  isSecret(text: string): boolean;
  /** Whether what is under a key is secret. */
  isSecretKey(key: string): boolean;
  /** Whether a text that a variable holds is secret, by the variable's name. */
  isNamedSecret(name: string, text: string): boolean;
}
