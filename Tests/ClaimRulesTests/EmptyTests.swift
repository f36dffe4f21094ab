import ClaimModel
import ClaimRules
import CodeSets
import Testing
