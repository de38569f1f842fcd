Console.WriteLine("banc");
